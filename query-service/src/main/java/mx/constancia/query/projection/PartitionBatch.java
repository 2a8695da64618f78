package mx.constancia.query.projection;

import java.util.List;

/**
 * What one poll brought of one partition.
 *
 * @param from       where the reader believes to be: the offset that it was told to read from, see {@link Progress#next}
 * @param deliveries the records in their order, at least one
 */
record PartitionBatch(int partition, long from, List<Delivery> deliveries) {

    long lastOffset() {
        return deliveries.getLast().offset();
    }
}
