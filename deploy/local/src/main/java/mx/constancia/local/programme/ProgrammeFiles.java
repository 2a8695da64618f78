package mx.constancia.local.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programmes that come with the product. */
public final class ProgrammeFiles {

    private static final List<String> NAMES = List.of("national-council-2030", "technical-advisory-council", "chihuahua-observers");
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ProgrammeFiles() {
    }

    /** All programmes, in the order in which they are run. */
    public static List<Programme> all() {
        return NAMES.stream().map(ProgrammeFiles::read).toList();
    }

    private static Programme read(String name) {
        try (InputStream file = ProgrammeFiles.class.getResourceAsStream("/programmes/" + name + ".yaml")) {
            return YAML.readValue(file, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
