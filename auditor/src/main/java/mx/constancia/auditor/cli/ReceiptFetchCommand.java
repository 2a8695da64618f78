package mx.constancia.auditor.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import mx.constancia.auditor.file.DurableFile;
import mx.constancia.auditor.source.EventLine;
import mx.constancia.auditor.source.Http;
import mx.constancia.auditor.source.Limits;
import mx.constancia.auditor.source.SourceException;
import mx.constancia.events.StoredEvent;
import mx.constancia.ledger.proof.Receipt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a receipt with its event, and verifies both. */
@Command(name = "fetch", description = "Fetch the receipt of an event and the event itself into two files, and verify them.")
final class ReceiptFetchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;
    @Parameters(paramLabel = "EVENT-ID", description = "Id of the event.")
    private String eventId = "";
    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to put the files. Default: here.")
    private Path folder = Path.of("");
    @Mixin
    private SourceOptions sources;
    @Mixin
    private TrustOptions trust;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        String name = URLEncoder.encode(eventId, StandardCharsets.UTF_8);
        try (Http http = sources.http()) {
            byte[] bytes = http.get("events/" + name.replace("+", "%20") + "/receipt", Limits.RECEIPT)
                    .orElseThrow(() -> new SourceException(http.base().toString(), "it has no receipt of " + eventId));
            Path receipt = folder.resolve(name + Receipt.FILE_EXTENSION);
            DurableFile.write(receipt, bytes);
            long position = Receipt.parse(bytes).inclusion().index();
            byte[] line = line(http, position);
            Path event = folder.resolve(name + ".json");
            DurableFile.write(event, line);
            if (!output.isJson()) {
                output.out().println(output.messages().text("receipt.saved", receipt, event));
            }
            StoredEvent read = EventLine.parse(line);
            return new ReceiptPaper(trust, output, command.commandLine()).verify(receipt.toString(), bytes, Optional.of(read)).code();
        }
    }

    private static byte[] line(Http http, long position) {
        return http.get("events?from=" + position + "&to=" + position, "application/x-ndjson", Limits.EVENT)
                .orElseThrow(() -> new SourceException(http.base().toString(), "it does not show position " + position));
    }
}
