package mx.constancia.events.mechanism;

import org.jspecify.annotations.Nullable;

/**
 * The four contents of an annual report (contenido del informe anual; G-32 I to IV).
 *
 * @param workProgramProgress I: progress of the work programme
 * @param activities II: activities
 * @param internalEvaluation III: internal evaluation of the results
 * @param results IV: results, or an explicit "none"
 */
public record AnnualReportContent(
        @Nullable String workProgramProgress,
        @Nullable String activities,
        @Nullable String internalEvaluation,
        @Nullable String results) {
}
