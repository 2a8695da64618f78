package mx.constancia.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceClassLoaderTest {

    /** In the service's jar, and in that of the process too. */
    public static class Own {
    }

    /** In a library that the service names. */
    public static class Named {
    }

    /** In a library of the process that the service does not name. */
    public static class Foreign {
    }

    @TempDir
    private Path libraries;

    private URLClassLoader process;
    private ServiceClassLoader service;

    @BeforeEach
    void givenAServiceThatNamesOneOfTwoLibraries() throws IOException {
        Path own = jar("service.jar", "named.jar absent.jar", Own.class);
        Path named = jar("named.jar", null, Named.class);
        Path foreign = jar("foreign.jar", null, Foreign.class);
        process = new URLClassLoader(
            new URL[] {foreign.toUri().toURL(), named.toUri().toURL(), own.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        service = new ServiceClassLoader(own, process);
    }

    @AfterEach
    void close() throws IOException {
        service.close();
        process.close();
    }

    @Test
    void aServiceLoadsItsOwnClassesItself() throws Exception {
        assertThat(service.loadClass(Own.class.getName()).getClassLoader()).isSameAs(service);
    }

    @Test
    void aNamedLibraryIsSharedWithTheProcess() throws Exception {
        assertThat(service.loadClass(Named.class.getName())).isSameAs(process.loadClass(Named.class.getName()));
    }

    @Test
    void aLibraryThatItDoesNotNameIsAbsent() {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> service.loadClass(Foreign.class.getName()))
            .withMessageContaining("foreign.jar");
    }

    @Test
    void theJdkIsThere() throws Exception {
        assertThat(service.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
        assertThat(service.getResource("java/lang/Object.class")).isNotNull();
    }

    @Test
    void itsOwnSettingsComeFirstAndForeignOnesAreAbsent() throws Exception {
        assertThat(Collections.list(service.getResources("application.yaml"))).extracting(URL::getPath)
            .satisfiesExactly(own -> assertThat(own).endsWith("service.jar!/application.yaml"),
                named -> assertThat(named).endsWith("named.jar!/application.yaml"));
        try (InputStream first = service.getResourceAsStream("application.yaml")) {
            assertThat(first).asString(UTF_8).isEqualTo("of service.jar");
        }
    }

    private Path jar(String name, String classPath, Class<?> content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path jar = libraries.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file, manifest)) {
            entries.putNextEntry(new JarEntry("application.yaml"));
            entries.write(("of " + name).getBytes(UTF_8));
            String path = content.getName().replace('.', '/') + ".class";
            entries.putNextEntry(new JarEntry(path));
            try (InputStream bytes = content.getClassLoader().getResourceAsStream(path)) {
                bytes.transferTo(entries);
            }
        }
        return jar;
    }
}
