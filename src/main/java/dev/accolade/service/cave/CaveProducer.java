package dev.accolade.service.cave;

import dev.accolade.service.http.ServiceProducer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class CaveProducer extends ServiceProducer {

    private final CaveEndpoint endpoint;
    private final CaveClient client;
    private final CaveLogin login;
    private final CaveOperation operation;

    CaveProducer(CaveEndpoint endpoint, CaveClient client) {
        super(endpoint, "cave:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), CaveConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.login = client.login();
        this.operation = CaveOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        Optional<String> token = given(in, CaveConstants.TOKEN, null);
        in.removeHeader(CaveConstants.TOKEN);
        return switch (operation) {
            case CHECK -> client.check();
            case GET_GROUPS -> client.groups();
            case GET_GROUP -> client.group(number(in, CaveConstants.GROUP_ID));
            case GET_GROUP_USERS -> client.groupUsers(number(in, CaveConstants.GROUP_ID));
            case GET_USERS -> this.<CaveUser>inPieces(exchange, chunk -> client.users(endpoint.getChunkSize(), chunk));
            case GET_USER -> client.user(number(in, CaveConstants.USER_ID));
            case GET_USER_INFORMATION -> client.userInformation(ids(in));
            case GET_USER_BY_EMAIL -> client.userByEmail(needed(in, CaveConstants.EMAIL, null));
            case GET_USER_GROUPS -> client.userGroups(number(in, CaveConstants.USER_ID));
            case GET_USER_PERMISSIONS -> client.userPermissions(number(in, CaveConstants.USER_ID));
            case GET_TOKENS -> client.tokens();
            default -> ofLogin(in, token);
        };
    }

    private Object ofLogin(Message in, Optional<String> token) {
        return switch (operation) {
            case TOKEN -> login.token().orElse(null);
            case USE_TOKEN -> used(token);
            case REQUEST_HEADER -> login.requestHeader();
            case GET_TOKEN -> login.getToken(given(in, CaveConstants.TOKEN_KEY, null));
            case GET_NEW_TOKEN -> login.getNewToken(Boolean.TRUE.equals(endpoint.getOpen()), endpoint.isNoText());
            case SETUP_TOKEN -> login.setupToken(endpoint.isMakeNew(), !Boolean.FALSE.equals(endpoint.getOpen()));
            case SAVE_TOKEN -> login.saveToken(wish(in, token), endpoint.isSwitchToken());
            default -> throw new IllegalStateException("cave:" + operation.text() + " does not belong here");
        };
    }

    private Object used(Optional<String> token) {
        login.use(token.orElse(null));
        return null;
    }

    private CaveTokenSave wish(Message in, Optional<String> token) {
        CaveConfiguration options = endpoint.getConfiguration();
        String secret = token.or(login::token).orElseThrow(() -> new IllegalArgumentException("cave:saveToken needs the header " + CaveConstants.TOKEN
                + ", because the connection has no token yet"));
        return new CaveTokenSave(secret.strip(), given(in, CaveConstants.TOKEN_KEY, options.getTokenKey()).orElseThrow(), endpoint.isOverwrite(),
                given(in, CaveConstants.TOKEN_FILE, null).map(CaveTokenFiles::path), endpoint.isWriteToServerFile(), endpoint.isIgnoreReadonly(),
                endpoint.isLocalServer() ? options.localServer() : Optional.empty());
    }

    private static List<Long> ids(Message in) {
        Object given = in.getHeader(CaveConstants.USER_IDS, in.getBody());
        if (given == null) {
            throw new IllegalArgumentException("cave:getUserInformation needs the header " + CaveConstants.USER_IDS);
        }
        Collection<?> items = given instanceof Collection<?> list ? list : List.of(given.toString().split(","));
        try {
            return items.stream().map(item -> item.toString().strip()).filter(text -> !text.isEmpty()).map(Long::valueOf).toList();
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("cave:getUserInformation needs whole numbers in the header " + CaveConstants.USER_IDS, noNumber);
        }
    }
}
