package org.turnstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstone.web.Browser.Screen;

class BrowserTest {

    private static final String PAGE = """
            <!doctype html><meta name=viewport content="width=device-width"><title>A page</title>
            <p id=hello>not yet</p><script>
            document.getElementById('hello').textContent = document.cookie || 'nobody here before, ' + innerWidth + ' wide';
            document.cookie = 'seen=yes'</script>
            """;

    private HttpServer server;

    @BeforeEach
    void serve_a_page() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_page_of_our_own_runs_in_it_and_two_screens_share_nothing() {
        try (Browser browser = Browser.start()) {
            assertThat(greeting(browser, Screen.PHONE)).isEqualTo("nobody here before, 390 wide");
            assertThat(greeting(browser, Screen.DESKTOP)).isEqualTo("nobody here before, 1280 wide");
        }
    }

    private String greeting(Browser browser, Screen screen) {
        var page = browser.open(screen).newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return page.textContent("#hello");
    }
}
