package dev.accolade.sandbox.fas;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code config/list} and {@code config/set}: what people stored for applications. */
final class ConfigPages {

    private final State state;

    ConfigPages(State state) {
        this.state = state;
    }

    Map<String, Operation> operations() {
        return Map.of("config/list", Operation.reading(this::list).at("username", "application", "pattern"),
                "config/set", Operation.writing(this::set, "value").at("username", "application", "attribute"));
    }

    /** The pattern is lower-cased, so an attribute stored with capitals cannot be read back. */
    private Reply list(FasRequest request) {
        String pattern = request.parameter("pattern").orElse("*").toLowerCase(Locale.ROOT).replace('*', '%');
        return refusal(request, "view").orElseGet(() -> Reply.page(out -> {
            out.writeStringField("username", request.text("username"));
            out.writeStringField("application", request.text("application"));
            out.writeStringField("pattern", pattern);
            out.writeObjectField("configs", state.configs.like(request.text("username"), request.text("application"), pattern));
        }));
    }

    private Reply set(FasRequest request) {
        return refusal(request, "set").orElseGet(() -> {
            state.configs.set(request.text("username"), request.text("application"), request.text("attribute"), request.text("value"));
            return Reply.page("Configuration was saved.", out -> { });
        });
    }

    private Optional<Reply> refusal(FasRequest request, String what) {
        Optional<FasPerson> target = state.accounts.person(request.text("username"));
        if (target.isEmpty()) {
            return Optional.of(Reply.error("Invalid", "username: there is no such account"));
        }
        if (!request.caller().admin() && !request.caller().is(target.get())) {
            return Optional.of(Reply.error("AuthorizationError", "You are not allowed to " + what + " this configuration."));
        }
        return state.configs.knows(request.text("application")) ? Optional.empty()
                : Optional.of(Reply.error("DBAPIError", "The database refused the application."));
    }
}
