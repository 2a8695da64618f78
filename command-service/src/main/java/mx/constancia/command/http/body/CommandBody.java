package mx.constancia.command.http.body;

import mx.constancia.decision.Command;

/**
 * A body that fits its command.
 *
 * @param command   the command
 * @param common    the fields beside its own
 * @param canonical the JSON as it came, without insignificant white space and with names in order, in UTF-8
 */
public record CommandBody(Command<?> command, CommonFields common, byte[] canonical) {
}
