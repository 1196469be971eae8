package dev.accolade.flow;

import dev.accolade.service.http.ServiceException;
import java.util.Optional;

/** What an exception says to people. */
final class Failures {

    private Failures() {}

    /** The service's own failure, wherever it is in the chain of causes. */
    static Optional<ServiceException> service(Throwable thrown) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one instanceof ServiceException service) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /** Whether nobody could be asked, or nobody understood the answer; false when the service has said no. */
    static boolean mayPass(Throwable thrown) {
        return service(thrown).map(ServiceException::turn).filter(turn -> turn == ServiceException.Turn.LATER || turn == ServiceException.Turn.OURS).isPresent();
    }

    /** One or two sentences; those of our own exceptions are written for people, others are named by their class. */
    static String message(Throwable thrown) {
        return service(thrown).map(Throwable::getMessage).orElseGet(() -> {
            Throwable root = thrown;
            while (root != null && root.getCause() != null && root.getCause() != root) {
                root = root.getCause();
            }
            return root == null ? "The cause is not known." : root.getClass().getSimpleName() + ": " + root.getMessage();
        });
    }
}
