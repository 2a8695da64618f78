package mx.constancia.auditor.replay;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import mx.constancia.events.Finding;
import mx.constancia.history.MechanismState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares a state that was folded here with the one that a service shows to people: codes come with labels there, and what is
 * kept by id here is a list there. What the service shows beyond the state does not matter.
 */
public final class StateComparison {

    private final List<Different> differences = new ArrayList<>();

    private StateComparison() {
    }

    /**
     * A field that differs.
     *
     * @param field  its path in the service's answer, a JSON Pointer
     * @param theirs what the service says; empty when it says nothing
     * @param ours   what follows from the events; empty for nothing
     */
    public record Different(String field, String theirs, String ours) {
    }

    /** The fields of a mechanism's state in which the service differs. */
    public static List<Different> compare(MechanismState ours, JsonNode theirs) {
        var comparison = new StateComparison();
        comparison.compare("", ours, theirs);
        return comparison.differences;
    }

    private void compare(String path, @Nullable Object ours, JsonNode theirs) {
        switch (ours) {
            case Record some -> components(path, some, theirs);
            case Map<?, ?> some -> elements(path, some.values(), theirs);
            case List<?> some -> elements(path, some, theirs);
            case null -> value(path, "", theirs);
            default -> value(path, ours.toString(), theirs);
        }
    }

    private void components(String path, Record ours, JsonNode theirs) {
        for (RecordComponent component : ours.getClass().getRecordComponents()) {
            Object value = value(ours, component);
            if (value instanceof Finding finding) {
                components(path, finding, theirs);
            } else {
                String name = component.getName().equals("mechanismId") ? "id" : component.getName();
                compare(path + "/" + name, value, theirs.path(name));
            }
        }
    }

    private void elements(String path, Collection<?> ours, JsonNode theirs) {
        int index = 0;
        for (Object element : ours) {
            compare(path + "/" + index, element, theirs.isArray() && index < theirs.size() ? theirs.get(index) : MissingNode.getInstance());
            index++;
        }
        for (; theirs.isArray() && index < theirs.size(); index++) {
            differences.add(new Different(path + "/" + index, theirs.get(index).toString(), ""));
        }
    }

    private void value(String path, String ours, JsonNode theirs) {
        JsonNode plain = theirs.isObject() && theirs.has("code") ? theirs.get("code") : theirs;
        String text = plain.isMissingNode() || plain.isNull() ? "" : plain.isValueNode() ? plain.asString() : plain.toString();
        if (!text.equals(ours)) {
            differences.add(new Different(path, text, ours));
        }
    }

    private static @Nullable Object value(Record holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a state's component cannot be read", e);
        }
    }
}
