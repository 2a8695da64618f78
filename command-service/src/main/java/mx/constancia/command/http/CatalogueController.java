package mx.constancia.command.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import mx.constancia.command.http.body.CommandShape;
import mx.constancia.command.http.body.Shape;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Role;

/** Lists the commands as they stand in the code: {@code GET /commands}. */
@RestController
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(CommandDirectory directory) {
        this.catalogue = new Catalogue(directory.all().stream().map(Entry::of).toList());
    }

    @GetMapping("/commands")
    ResponseEntity<Catalogue> commands() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(catalogue);
    }

    record Catalogue(List<Entry> commands) {
    }

    /** A command; {@code es} is its name on screen in Spanish. */
    record Entry(String name, String path, String article, String es, boolean creating, List<Role> roles, List<Field> fields) {

        private static Entry of(CommandShape shape) {
            CommandType type = shape.type();
            return new Entry(type.name(), type.path("{id}"), type.article(), type.es(),
                    type.creating(), type.issuedBy(), Field.of(shape.body()));
        }
    }

    /** A field of a body, or of an object within it; {@code type} is that of the elements where it is a list. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Field(String name, String type, boolean list, boolean required, @Nullable String article, List<String> codes, List<Field> fields) {

        private static List<Field> of(Shape.ObjectOf object) {
            return object.fields().stream().map(field -> of(field, field.shape(), false)).toList();
        }

        private static Field of(Shape.Field field, Shape shape, boolean list) {
            return switch (shape) {
                case Shape.ListOf many -> of(field, many.element(), true);
                case Shape.ObjectOf object -> plain(field, shape, list, null, List.of(), of(object));
                case Shape.Code code -> plain(field, shape, list, code.article(), code.codes(), List.of());
                case Shape.Text text -> plain(field, shape, list, null, List.of(), List.of());
                case Shape.Format format -> plain(field, shape, list, null, List.of(), List.of());
                case Shape.WholeNumber number -> plain(field, shape, list, null, List.of(), List.of());
                case Shape.Truth truth -> plain(field, shape, list, null, List.of(), List.of());
            };
        }

        private static Field plain(Shape.Field field, Shape shape, boolean list, @Nullable String article, List<String> codes,
                List<Field> fields) {
            return new Field(field.name(), shape.description(), list, field.required(), article, codes, fields);
        }
    }
}
