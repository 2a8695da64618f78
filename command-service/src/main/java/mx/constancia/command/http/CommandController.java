package mx.constancia.command.http;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import mx.constancia.command.http.body.CommandShape;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Submission;

/** Takes every command: {@code POST /{collection}/{id}/{command}}. */
@RestController
class CommandController {

    private final CommandDirectory directory;
    private final SubmissionReader reader;
    private final CommandDispatcher dispatcher;
    private final OutcomeTable outcomes;
    private final CommandGate gate;
    private final CommandMeter meter;

    CommandController(CommandDirectory directory, SubmissionReader reader, CommandDispatcher dispatcher, OutcomeTable outcomes,
            CommandGate gate, CommandMeter meter) {
        this.directory = directory;
        this.reader = reader;
        this.dispatcher = dispatcher;
        this.outcomes = outcomes;
        this.gate = gate;
        this.meter = meter;
    }

    @RequestMapping("/{collection}/{id}/{command}")
    ResponseEntity<byte[]> submit(@PathVariable String collection, @PathVariable String id, @PathVariable String command,
            HttpServletRequest request, JwtAuthenticationToken authentication) throws IOException {
        try (CommandRun run = new CommandRun(meter)) {
            return run.watch(() -> {
                CommandShape shape = directory.find(collection, command);
                requirePost(request);
                run.isOf(shape.type());
                try (CommandGate.Place place = gate.enter()) {
                    Submission submission = reader.read(shape, id, Caller.of(authentication), request);
                    Outcome outcome = dispatcher.dispatch(submission);
                    run.cameTo(submission, outcome);
                    return outcomes.answer(submission, outcome);
                }
            });
        }
    }

    private static void requirePost(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            throw Problem.of(ProblemType.METHOD_NOT_ALLOWED, "A command is sent with POST, not with " + request.getMethod() + ".")
                    .withHeader(HttpHeaders.ALLOW, HttpMethod.POST.name())
                    .toException();
        }
    }
}
