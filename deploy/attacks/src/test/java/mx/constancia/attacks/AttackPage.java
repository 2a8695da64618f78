package mx.constancia.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/attacks.md}: a section for each attack, written from what its test saw when {@code -Dattacks.approve=true} is
 * set, and compared with it otherwise.
 */
final class AttackPage {

    private static final Path PAGE = Path.of("..", "..", "docs", "attacks.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\d+)\\. .*?(?=^## |\\z)");
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b|\\b[A-Za-z0-9+/]{43}=");
    private static final Pattern ADDRESS = Pattern.compile("(http|jdbc:postgresql|kafka)://[^ ,]*");

    private AttackPage() {
    }

    /** Who noticed, at which position, in which words. */
    record Noticed(String by, String position, String message) {

        static Noticed by(String by, Auditor.Fault fault) {
            return new Noticed(by, fault.positions(), fault.kind() + ": " + fault.sentence());
        }
    }

    /** Says what a test saw. */
    static void tell(int number, String attack, String how, List<Noticed> noticed) throws IOException {
        StringBuilder section = new StringBuilder("## " + number + ". " + attack + "\n\n" + how + "\n\n| Noticed by | Position | Words |\n|---|---|---|\n");
        noticed.forEach(each -> section.append("| ").append(each.by()).append(" | ").append(each.position()).append(" | ")
                .append(timeless(each.message())).append(" |\n"));
        String text = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (Boolean.getBoolean("attacks.approve")) {
            Map<Integer, String> sections = new TreeMap<>();
            Matcher found = SECTION.matcher(text);
            while (found.find()) {
                sections.put(Integer.valueOf(found.group(1)), found.group().strip());
            }
            sections.put(number, section.toString().strip());
            int first = text.indexOf("\n## ");
            String head = first < 0 ? text.strip() : text.substring(0, first).strip();
            Files.writeString(PAGE, head + "\n\n" + String.join("\n\n", sections.values()) + "\n");
        } else {
            assertThat(text).as("docs/attacks.md; run with -Dattacks.approve=true to write it").contains(section.toString().strip());
        }
    }

    private static String timeless(String message) {
        return ADDRESS.matcher(HASH.matcher(message).replaceAll("…")).replaceAll("$1://…").replace("|", "\\|");
    }
}
