package mx.constancia.command.axon;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** Tells whether two builds mean the same by a record: names and types of its components, and of the records within. */
final class RecordShape {

    private RecordShape() {
    }

    /** SHA-256 of the shape, hexadecimal. */
    static String digest(Class<?> record) {
        try {
            byte[] text = describe(record).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The shape in words, one line for each component. */
    static String describe(Class<?> record) {
        Set<String> lines = new TreeSet<>();
        describe(record, lines);
        return String.join("\n", lines);
    }

    private static void describe(Type type, Set<String> lines) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> describe(argument, lines));
        } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            lines.add(enumeration.getName() + Arrays.toString(enumeration.getEnumConstants()));
        } else if (type instanceof Class<?> record && record.isRecord() && lines.add(record.getName())) {
            for (RecordComponent component : record.getRecordComponents()) {
                lines.add(record.getName() + "." + component.getName() + " " + component.getGenericType().getTypeName());
                describe(component.getGenericType(), lines);
            }
        }
    }
}
