package mx.constancia.command.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import mx.constancia.ledger.cosignature.CosignatureSigner;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.policy.Party;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.ledger.witness.Cosigned;
import mx.constancia.ledger.witness.SizeConflict;

/** A witness (c2sp.org/tlog-witness) of one log, over HTTP. */
final class TestWitness implements AutoCloseable {

    private final HttpServer server;
    private final CosignatureSigner signer;
    private final String name;
    private long size;
    private Hash root = TreeHasher.EMPTY_ROOT;
    int asked;

    TestWitness(String name) {
        this.name = name;
        this.signer = new CosignatureSigner(name, Ed25519Key.generate(), InstantSource.system());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/" + AddCheckpoint.PATH, this::answer);
        server.start();
    }

    Party party() {
        return party(signer.verifierKey());
    }

    /** The witness, if its key were this one. */
    Party party(VerifierKey key) {
        return new Party(name, key, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked++;
        AddCheckpoint request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
        if (request.growth().from() != size) {
            respond(exchange, SizeConflict.STATUS, new SizeConflict(size).bytes());
            return;
        }
        Hash grown = request.checkpoint().unverified().root();
        request.growth().verify(root, grown);
        size = request.growth().to();
        root = grown;
        respond(exchange, Cosigned.STATUS, new Cosigned(List.of(signer.sign(request.checkpoint().note().text()))).bytes());
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
