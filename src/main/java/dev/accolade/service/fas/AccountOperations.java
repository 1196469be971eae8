package dev.accolade.service.fas;

import java.util.Optional;

/** Operations about single accounts: what they keep for applications, the connection's own certificate, pictures. */
final class AccountOperations {

    private final FasClient client;

    AccountOperations(FasClient client) {
        this.client = client;
    }

    Object run(FasOperation operation, FasInput in) {
        return switch (operation) {
            case GET_CONFIG -> client.configs().get(in.needed(FasConstants.USERNAME), in.needed(FasConstants.APPLICATION),
                    in.needed(FasConstants.ATTRIBUTE));
            case GET_CONFIGS_LIKE -> client.configs().like(in.needed(FasConstants.USERNAME), in.needed(FasConstants.APPLICATION),
                    in.given(FasConstants.PATTERN).orElse("*"));
            case SET_CONFIG -> set(in);
            case USER_GENCERT -> client.certificates().make();
            case AVATAR_URL -> avatar(in, in.given(FasConstants.AVATAR_SERVICE).map(Avatar.Service::of).orElse(Avatar.Service.GRAVATAR));
            case GRAVATAR_URL -> gravatar(in);
            default -> throw new IllegalArgumentException(operation.text() + " is not about an account");
        };
    }

    private Object set(FasInput in) {
        client.configs().set(in.needed(FasConstants.USERNAME), in.needed(FasConstants.APPLICATION), in.needed(FasConstants.ATTRIBUTE),
                in.body(String.class));
        return null;
    }

    private String gravatar(FasInput in) {
        if (in.given(FasConstants.AVATAR_SERVICE).isPresent()) {
            throw new IllegalArgumentException("fas:gravatarUrl takes no header " + FasConstants.AVATAR_SERVICE + "; fas:avatarUrl does");
        }
        return avatar(in, Avatar.Service.GRAVATAR);
    }

    private String avatar(FasInput in, Avatar.Service service) {
        String username = in.needed(FasConstants.USERNAME);
        int size = in.given(FasConstants.AVATAR_SIZE).isPresent() ? size(in.number(FasConstants.AVATAR_SIZE)) : Avatar.USUAL_SIZE;
        Avatar avatar = new Avatar(service, size, in.given(FasConstants.AVATAR_DEFAULT));
        boolean lookUp = service == Avatar.Service.GRAVATAR && in.given(FasConstants.LOOKUP_EMAIL).map(AccountOperations::flag).orElse(true);
        return lookUp ? avatar.ofEmail(email(username)) : avatar.withoutLookUp(username);
    }

    private Optional<String> email(String username) {
        return client.personByUsername(username).flatMap(found -> found.person().email());
    }

    private static int size(long pixels) {
        return (int) Math.max(0, Math.min(pixels, Integer.MAX_VALUE));
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("The header " + FasConstants.LOOKUP_EMAIL + " is true or false");
        }
        return text.equals("true");
    }
}
