package mx.constancia.auditor.cli;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The language of the answers. */
final class Language {

    @Option(names = "--lang", paramLabel = "LANG", description = "Language of the answer: es or en. Default: the system's.")
    private @Nullable String tag;

    Locale locale() {
        return tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }
}
