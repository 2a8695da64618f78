package mx.constancia.history;

import java.time.LocalDate;
import java.util.List;

/**
 * The valid annual report of a year (informe anual; G-32).
 *
 * @param year        year that it reports on
 * @param edition     1, and one more with each correction
 * @param url         address
 * @param channels    where it was published
 * @param publishedOn day of publication of this edition
 */
public record AnnualReport(int year, int edition, String url, List<String> channels, LocalDate publishedOn) {
}
