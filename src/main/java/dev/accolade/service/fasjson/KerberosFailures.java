package dev.accolade.service.fasjson;

import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What it means that Kerberos gave no ticket, and whose turn it is. */
final class KerberosFailures {

    /** Error numbers of RFC 4120, as Java shows them after the text. */
    private static final Pattern CODE = Pattern.compile("\\((\\d{1,3})\\)");

    private final String connection;
    private final String principal;

    KerberosFailures(String connection, String principal) {
        this.connection = connection;
        this.principal = principal.replaceFirst("@", " of realm ");
    }

    ServiceException ofLogin(Throwable failure) {
        return failure(failure, "The Kerberos login of principal " + principal + " failed", loginReason(failure));
    }

    ServiceException ofToken(Throwable failure, String server) {
        return failure(failure, "Kerberos gives principal " + principal + " no ticket for the server " + server, tokenReason(failure));
    }

    private ServiceException failure(Throwable failure, String what, String reason) {
        Turn turn = isOutage(failure) ? Turn.LATER : Turn.OPERATOR;
        String message = connection + ": " + what + " (" + (turn == Turn.LATER ? "no key distribution centre of the realm answers" : reason)
                + "). Nothing was sent to FASJSON.";
        return new ServiceException(turn, Effect.NONE, 0, null, message, failure);
    }

    private static String loginReason(Throwable failure) {
        return switch (code(failure).orElse(0)) {
            case 6 -> "the realm does not know this principal; check its spelling and realm";
            case 14 -> "the realm and the keytab have no kind of encryption in common; make the keytab anew";
            case 18 -> "the principal is locked or has expired";
            case 24, 31 -> "the keytab holds an old or another key; get it anew";
            case 37 -> "the clocks of this machine and of the realm differ by too much";
            default -> text(failure).contains("obtain password") ? "the keytab cannot be read or holds no key of this principal"
                    : text(failure).contains("hecksum") ? "the keytab holds an old or another key; get it anew"
                    : "check principal, keytab and krb5.conf: " + kind(failure);
        };
    }

    private static String tokenReason(Throwable failure) {
        return switch (code(failure).orElse(0)) {
            case 7 -> "the realm does not know that server; give its full host name in baseUrl, or its own principal as servicePrincipal";
            case 31, 32 -> "the login has ended";
            case 37 -> "the clocks of this machine and of the realm differ by too much";
            default -> "check servicePrincipal and krb5.conf: " + kind(failure);
        };
    }

    /** Class and number alone: a text of Kerberos may name what no message should show. */
    private static String kind(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName() + code(failure).map(number -> " " + number).orElse("");
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof IOException) {
                return true;
            }
        }
        return code(failure).filter(number -> number == 29).isPresent();
    }

    private static Optional<Integer> code(Throwable failure) {
        Matcher number = CODE.matcher(text(failure));
        return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
    }

    private static String text(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            text.append(one.getMessage()).append('\n');
        }
        return text.toString();
    }
}
