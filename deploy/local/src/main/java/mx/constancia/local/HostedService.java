package mx.constancia.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as an ordinary Spring Boot application inside this process, on the class path that its own jar names. */
public final class HostedService implements AutoCloseable {

    private final ServiceClassLoader classes;
    private final ConfigurableApplicationContext context;

    private HostedService(ServiceClassLoader classes, ConfigurableApplicationContext context) {
        this.classes = classes;
        this.context = context;
    }

    /**
     * Starts a service and returns when its context is complete.
     *
     * @param libraries   directory with the service's jar and all that its manifest names
     * @param artifact    name of the jar without version
     * @param application name of the application class
     * @param settings    Spring properties, which win over the environment
     * @throws Exception what the service failed with
     */
    public static HostedService start(Path libraries, String artifact, String application, Map<String, String> settings) throws Exception {
        ServiceClassLoader classes = new ServiceClassLoader(jar(libraries, artifact), HostedService.class.getClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            String[] arguments = settings.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
            return new HostedService(classes, SpringApplication.run(classes.loadClass(application), arguments));
        } catch (Exception | LinkageError e) {
            classes.close();
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The port on which it answers. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Path jar(Path libraries, String artifact) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, artifact + "-[0-9]*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("no " + artifact + " in " + libraries);
    }

    /** Stops it in good order. */
    @Override
    public void close() throws IOException {
        try (classes) {
            context.close();
        }
    }
}
