package mx.constancia.mechanism.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.Command;
import mx.constancia.decision.CommandSpec;
import mx.constancia.decision.Context;
import mx.constancia.decision.Decision;
import mx.constancia.decision.Judgement;
import mx.constancia.decision.Role;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Values;
import mx.constancia.events.mechanism.AnnualReportContent;
import mx.constancia.events.mechanism.AnnualReportPublished;
import mx.constancia.history.AnnualReport;
import mx.constancia.history.MechanismState;
import mx.constancia.vocabulary.PublicationChannel;

/**
 * Publishes the annual report (informe anual; G-32). A correction is a further edition and says why.
 *
 * @param year             year that it reports on
 * @param content          the four contents
 * @param docId            document
 * @param url              address
 * @param channels         where it is published
 * @param physicalCopyRef  where the physical copy is
 * @param correctionReason why a further edition was needed
 */
@CommandSpec(article = "G-32", issuedBy = Role.RESPONSIBLE_UNIT, es = "Publicar informe anual", afterEnd = true)
public record PublishReport(
        Integer year,
        @Nullable AnnualReportContent content,
        String docId,
        String url,
        @Nullable List<PublicationChannel> channels,
        @Nullable String physicalCopyRef,
        @Nullable String correctionReason) implements Command.Changing<MechanismState> {

    static final Rule ALREADY_PUBLISHED = Rule.conflict("REPORT-ALREADY-PUBLISHED", "H1",
            "A year has one valid report; a further edition says what it corrects.");
    static final Rule NOTHING_TO_CORRECT = Rule.integrity("NOTHING-TO-CORRECT", "H1", "A correction follows a first edition.");
    static final Rule YEAR = Rule.integrity("REPORT-YEAR", "H1", "A report is on a year that has begun, since 1900.");
    static final Rule CONTENT_MISSING = Rule.precondition("G32-CONTENT-MISSING", "G-32",
            "An annual report has four contents; where there are no results it says so.");
    static final Rule CHANNEL_MISSING = Rule.precondition("G32-CHANNEL-MISSING", "G-32",
            "The annual report is published through gob.mx/participa.");

    private static final AnnualReportContent NOTHING = new AnnualReportContent(null, null, null, null);

    public PublishReport {
        channels = Values.listed(channels);
    }

    @Override
    public Decision decide(MechanismState state, Context context) {
        AnnualReport previous = state.annualReports().get(year);
        AnnualReportContent stated = content == null ? NOTHING : content;
        Judgement judgement = context.judge()
                .require(ALREADY_PUBLISHED, previous == null || Values.isGiven(correctionReason), "correctionReason",
                        "The report on " + year + " was published on " + (previous == null ? null : previous.publishedOn()) + ".")
                .require(NOTHING_TO_CORRECT, previous != null || !Values.isGiven(correctionReason), "correctionReason",
                        "There is no report on " + year + " yet.")
                .require(YEAR, year >= 1900 && year <= context.occurredOn().getYear(), "year", "The report is on " + year + ".")
                .require(CHANNEL_MISSING, channels.contains(PublicationChannel.GOB_MX_PARTICIPA), "channels",
                        "The report is not published on GOB_MX_PARTICIPA.");
        requireContent(judgement, "I", "workProgramProgress", "progress of the work programme", stated.workProgramProgress());
        requireContent(judgement, "II", "activities", "activities", stated.activities());
        requireContent(judgement, "III", "internalEvaluation", "internal evaluation of the results", stated.internalEvaluation());
        requireContent(judgement, "IV", "results", "results, or that there are none", stated.results());
        return judgement.record(new AnnualReportPublished(year, previous == null ? 1 : previous.edition() + 1, stated, docId, url,
                Values.codes(channels), physicalCopyRef, correctionReason));
    }

    private static void requireContent(Judgement judgement, String fraction, String field, String inWords, @Nullable String text) {
        judgement.require(CONTENT_MISSING, Values.isGiven(text), "content." + field,
                "G-32 " + fraction + " is missing: " + inWords + " (" + field + ").");
    }
}
