package mx.constancia.command.http.body;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import mx.constancia.command.http.problem.FieldError;

/**
 * Holds a body against its shape and collects everything that is wrong, not only the first. Along the way absent lists
 * become empty and nulls become absent.
 */
final class BodyCheck {

    // A body can be wrong in thousands of places; nobody reads more than these.
    private static final int MOST_ERRORS = 50;

    private final List<FieldError> misfits = new ArrayList<>();
    private final List<FieldError> unknownCodes = new ArrayList<>();

    /** What does not fit the shape. */
    List<FieldError> misfits() {
        return misfits;
    }

    /** Codes that are not in their vocabulary. */
    List<FieldError> unknownCodes() {
        return unknownCodes;
    }

    /** Checks an object; {@code path} is empty for the body itself. */
    void object(ObjectNode object, Shape.ObjectOf shape, String path) {
        List<String> names = shape.fields().stream().map(Shape.Field::name).toList();
        for (String name : List.copyOf(object.propertyNames())) {
            if (!names.contains(name)) {
                unknown(path, name, names);
            } else if (object.get(name).isNull()) {
                object.remove(name);
            }
        }
        for (Shape.Field field : shape.fields()) {
            JsonNode value = object.get(field.name());
            String at = path.isEmpty() ? field.name() : path + "." + field.name();
            if (value != null) {
                value(value, field.shape(), at);
            } else if (field.shape() instanceof Shape.ListOf) {
                object.putArray(field.name());
            } else if (field.required()) {
                add(misfits, FieldError.of(at, "is required (" + field.shape().description() + ")"));
            }
        }
    }

    private void value(JsonNode value, Shape shape, String at) {
        switch (shape) {
            case Shape.Text text -> expect(value.isString(), value, shape, at);
            case Shape.Format format -> expect(value.isString() && format.accepts(value.stringValue()), value, shape, at);
            case Shape.Truth truth -> expect(value.isBoolean(), value, shape, at);
            case Shape.WholeNumber number -> expect(value.isIntegralNumber() && value.canConvertToLong()
                    && value.longValue() >= number.least() && value.longValue() <= number.most(), value, shape, at);
            case Shape.Code code -> code(value, code, at);
            case Shape.ListOf list -> list(value, list, at);
            case Shape.ObjectOf object -> {
                if (value instanceof ObjectNode node) {
                    object(node, object, at);
                } else {
                    expect(false, value, shape, at);
                }
            }
        }
    }

    private void list(JsonNode value, Shape.ListOf list, String at) {
        expect(value.isArray(), value, list, at);
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            value(value.get(i), list.element(), at + "[" + i + "]");
        }
    }

    private void code(JsonNode value, Shape.Code code, String at) {
        if (!value.isString()) {
            expect(false, value, code, at);
        } else if (!code.codes().contains(value.stringValue())) {
            add(unknownCodes, new FieldError(at, null, code.article(),
                    "\"" + Quoted.of(value.stringValue()) + "\" is not a code of this vocabulary", null, code.codes()));
        }
    }

    private void expect(boolean fits, JsonNode value, Shape shape, String at) {
        if (!fits) {
            add(misfits, FieldError.of(at, "expected " + shape.description() + ", found " + found(value)));
        }
    }

    private static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "\"" + Quoted.of(value.stringValue()) + "\"";
            case NUMBER, BOOLEAN -> Quoted.of(value.asString());
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "something else";
        };
    }

    private void unknown(String path, String name, List<String> known) {
        List<String> near = NearNames.of(name, known);
        String at = (path.isEmpty() ? "" : path + ".") + Quoted.of(name);
        add(misfits, near.isEmpty()
                ? FieldError.of(at, "is not a field of this object", known)
                : FieldError.of(at, "is not a field of this object; did you mean " + String.join(" or ", near) + "?", near));
    }

    private static void add(List<FieldError> errors, FieldError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }
}
