package mx.constancia.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The class path of one service in a process that has more on its own: the service's jar, and of the parent's jars those
 * that its manifest names. The rest of the parent is as absent as in production, so that the service does not scan another's
 * packages, read another's settings or switch on another's auto-configuration.
 *
 * <p>Libraries are shared with the parent rather than loaded again: the services then start on warm code.
 */
final class ServiceClassLoader extends SecureClassLoader implements Closeable {

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final URL location;
    private final Set<String> visible;

    /**
     * The class path of the service in a jar.
     *
     * @throws IOException if the jar cannot be read
     */
    ServiceClassLoader(Path jar, ClassLoader parent) throws IOException {
        super(jar.getFileName().toString(), parent);
        this.jar = new JarFile(jar.toFile());
        this.location = jar.toUri().toURL();
        String libraries = this.jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        this.visible = libraries == null ? Set.of() : Set.of(libraries.split(" "));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            // Its own classes first: the parent may have the same jar.
            JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
            if (entry != null) {
                return define(name, entry);
            }
        }
        Class<?> shared = getParent().loadClass(name);
        CodeSource source = shared.getProtectionDomain().getCodeSource();
        if (source != null && !isVisible(source.getLocation())) {
            throw new ClassNotFoundException(name + " is in " + source.getLocation() + ", which " + getName() + " does not name");
        }
        return shared;
    }

    private Class<?> define(String name, JarEntry entry) throws ClassNotFoundException {
        try (InputStream file = jar.getInputStream(entry)) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, new CodeSource(location, (Certificate[]) null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        try {
            Enumeration<URL> found = getResources(name);
            return found.hasMoreElements() ? found.nextElement() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        if (jar.getEntry(name) != null) {
            found.add(own(name));
        }
        for (URL shared : Collections.list(getParent().getResources(name))) {
            if (isVisible(shared)) {
                found.add(shared);
            }
        }
        return Collections.enumeration(found);
    }

    private URL own(String name) throws MalformedURLException {
        return URI.create("jar:" + location + "!/" + name.replace(" ", "%20")).toURL();
    }

    /** Whether this is, or is in, a jar that the manifest names, or a part of the JDK. */
    private boolean isVisible(URL location) {
        String path = location.getPath();
        int entry = path.indexOf("!/");
        String file = entry < 0 ? path : path.substring(0, entry);
        return location.getProtocol().equals("jrt") || visible.contains(file.substring(file.lastIndexOf('/') + 1));
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
