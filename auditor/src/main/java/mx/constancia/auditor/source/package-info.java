/** Where evidence comes from: a service, a Kafka cluster, the database of the log, an exported folder. None of them is trusted. */
@NullMarked
package mx.constancia.auditor.source;

import org.jspecify.annotations.NullMarked;
