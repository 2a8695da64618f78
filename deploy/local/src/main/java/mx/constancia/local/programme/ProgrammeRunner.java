package mx.constancia.local.programme;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.constancia.local.token.TokenException;

/**
 * Runs programmes through the public HTTP API. Every command has an idempotency key made of the programme's id and the
 * command's place in it: running a programme again records nothing.
 */
public final class ProgrammeRunner implements AutoCloseable {

    private final CommandClient client;

    /**
     * @param issuer   address of the OIDC issuer that knows the demo users
     * @param commands address of the command service
     */
    public ProgrammeRunner(URI issuer, URI commands) {
        this.client = new CommandClient(issuer, commands);
    }

    /**
     * Runs a programme to its end.
     *
     * @throws IOException if the command service does not answer
     * @throws TokenException if a demo user gets no token
     */
    public ProgrammeReport run(Programme programme) throws IOException, InterruptedException, TokenException {
        int recorded = 0;
        int replayed = 0;
        int refused = 0;
        long position = -1;
        List<String> differences = new ArrayList<>();
        for (int step = 0; step < programme.steps().size(); step++) {
            Step current = programme.steps().get(step);
            List<Map<String, Object>> bodies = current.bodies();
            for (int i = 0; i < bodies.size(); i++) {
                String place = (step + 1) + (bodies.size() == 1 ? "" : "." + (i + 1));
                Answer answer = client.send(current.as(), current.post(), programme.id() + "-" + place, bodies.get(i));
                for (String difference : current.expectation(i).differences(answer)) {
                    differences.add(programme.id() + " step " + place + " (" + current.post() + "): " + difference);
                }
                if (answer.status() / 100 != 2) {
                    refused++;
                } else if (answer.replayed()) {
                    replayed += answer.events().size();
                } else {
                    recorded += answer.events().size();
                }
                position = Math.max(position, answer.position());
            }
        }
        return new ProgrammeReport(programme, recorded, replayed, refused, position, List.copyOf(differences));
    }

    @Override
    public void close() {
        client.close();
    }
}
