package mx.constancia.query.http;

import java.util.List;

/** A handler whose parameters are known only when the service runs. */
public interface DeclaresParameters {

    /** The names of the parameters that it takes. */
    List<String> parameters();
}
