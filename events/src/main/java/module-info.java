/** The event contract. A named module because its sealed hierarchy spans one package per aggregate. */
module mx.constancia.events {
    requires transitive org.jspecify;
    requires transitive tools.jackson.databind;
    requires org.pcollections;

    exports mx.constancia.events;
    exports mx.constancia.events.agency;
    exports mx.constancia.events.entry;
    exports mx.constancia.events.installation;
    exports mx.constancia.events.mechanism;
    exports mx.constancia.history;
    exports mx.constancia.vocabulary;

    opens mx.constancia.events to tools.jackson.databind;
    opens mx.constancia.events.agency to tools.jackson.databind;
    opens mx.constancia.events.entry to tools.jackson.databind;
    opens mx.constancia.events.installation to tools.jackson.databind;
    opens mx.constancia.events.mechanism to tools.jackson.databind;
    opens mx.constancia.history to tools.jackson.databind;
}
