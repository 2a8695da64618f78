package mx.constancia.query.stream;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Connections take a whole batch of events in one write of the socket, where the server's own buffer of 8 KiB would take several.
 * What the system keeps for a client that does not read is bounded too: left to itself it grows to megabytes for each.
 */
@Component
class StreamConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final StreamProperties properties;

    StreamConnections(StreamProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appWriteBufSize", Long.toString(properties.writeBuffer().toBytes()));
            connector.setProperty("socket.txBufSize", Long.toString(properties.sendBuffer().toBytes()));
        });
    }
}
