package dev.accolade.service.bodhi;

import dev.accolade.service.http.ConnectionOptions;
import java.util.List;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** One connection to a Bodhi server. Reading needs no login. */
@UriParams
@Configurer(extended = true)
public class BodhiConfiguration extends ConnectionOptions {

    private static final int MOST = 1000;

    /** Updates or people asked for in one request, 1 to 1000. Updates are long: each brings its comments along. */
    @UriParam(label = "common,advanced", defaultValue = "100")
    private int pageSize = 100;

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    @Override
    public void check() {
        super.check();
        if (pageSize < 1 || pageSize > MOST) {
            throw new IllegalArgumentException("pageSize is " + pageSize + "; Bodhi takes 1 to " + MOST);
        }
    }

    @Override
    protected List<Object> identity() {
        return List.of(pageSize);
    }

    @Override
    public BodhiConfiguration copy() {
        return (BodhiConfiguration) super.copy();
    }
}
