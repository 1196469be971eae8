package dev.accolade.service.fas;

import dev.accolade.service.http.ServiceException;
import java.util.Map;
import java.util.Optional;

/**
 * FAS2 understood, and answers with an error of its own, mostly under HTTP 200 (docs/services/fas.md, errors). The message holds the error's name
 * only; what FAS2 said to the user may name people, so it stands apart.
 */
public final class AppException extends ServiceException {

    /** Where FAS2 gives no name, as in the Python client. */
    public static final String FAS_ERROR = "FASError";
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String told;
    private final transient Map<String, Object> extras;

    AppException(ServiceException failure, String name, String told, Map<String, Object> extras) {
        super(failure.turn(), failure.effect(), failure.status().orElse(0), failure.retryAfter().orElse(null), failure.getMessage(),
                failure.getCause());
        this.name = name;
        this.told = told;
        this.extras = new FasMap<>(extras);
    }

    /** {@code AuthorizationError}, {@code Invalid} and the like; {@link #FAS_ERROR} where FAS2 gives none. */
    public String name() {
        return name;
    }

    /** The text for the user, as FAS2 wrote it; not for logs. */
    public Optional<String> told() {
        return Optional.ofNullable(told);
    }

    /** Further single values of the answer. */
    public Map<String, Object> extras() {
        return extras == null ? Map.of() : extras;
    }
}
