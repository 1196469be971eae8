package dev.accolade.sandbox.fas;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request after the framework has taken its own parameters out of it.
 *
 * @param path       the part below the mount, decoded once, without a leading slash
 * @param parameters what is left for the operation; parts of the path are among them under their names
 * @param json       the answer is wanted as JSON
 * @param tgFormat   it was asked for by the parameter, which two operations insist on
 * @param visit      id of the session
 * @param mount      address of the service with its final slash
 * @param flash      text that came along in a cookie after a redirect
 */
record FasRequest(String path, Map<String, List<String>> parameters, Caller caller, boolean loginTried, boolean json, boolean tgFormat, String visit,
                  String mount, Optional<String> referer, Optional<String> flash) {

    Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The value of a parameter; empty text when it is missing. */
    String text(String name) {
        return parameter(name).orElse("");
    }

    boolean flag(String name) {
        return List.of("1", "true", "True").contains(text(name));
    }

    /** The one who asks; only for operations that need a login. */
    FasPerson self() {
        return caller.person().orElseThrow(() -> new IllegalStateException("an operation without login asked who is logged in"));
    }

    FasRequest with(Map<String, List<String>> others) {
        return new FasRequest(path, others, caller, loginTried, json, tgFormat, visit, mount, referer, flash);
    }
}
