package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A page that leaves something in every corner of a browser, as the mayor's page must not. */
final class LeakyPage implements AutoCloseable {
    /** Where pages leave things. */
    enum Corner {
        ADDRESS,
        TITLE,
        LOCAL_STORAGE,
        INDEXED_DB,
        CACHE_STORAGE,
        HTTP_CACHE
    }

    private static final String FILLING = "Vor der Schule ist ein Schlagloch. ".repeat(40);
    private static final String PAGE = """
        <!doctype html><meta charset="utf-8"><title>{TITLE}</title><script>
        addEventListener('load', async () => {
          localStorage.setItem('draft', '{LOCAL_STORAGE}');
          await (await caches.open('files')).put('/file', new Response('{CACHE_STORAGE}'));
          await new Promise(done => {
            const opening = indexedDB.open('town', 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore('messages');
            opening.onsuccess = () => {
              const write = opening.result.transaction('messages', 'readwrite');
              write.objectStore('messages').put({text: '{INDEXED_DB}', more: '{FILLING}'}, 1);
              write.oncomplete = done;
            };
          });
          await (await fetch('/cached')).text();
          document.body.append('left');
        });
        </script><body></body>
        """;

    private final HttpServer server;
    private final Map<Corner, String> words;

    private LeakyPage(HttpServer server, Map<Corner, String> words) {
        this.server = server;
        this.words = words;
    }

    static LeakyPage open(Map<Corner, String> words) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var page = new LeakyPage(server, words);
        server.createContext("/", page::answer);
        server.start();
        return page;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/?name="
                + URLEncoder.encode(words.getOrDefault(Corner.ADDRESS, ""), UTF_8);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            boolean cached = call.getRequestURI().getPath().equals("/cached");
            call.getResponseHeaders().set("content-type", (cached ? "text/plain" : "text/html") + "; charset=utf-8");
            if (cached) {
                call.getResponseHeaders().set("cache-control", "max-age=3600");
                call.getResponseHeaders().set("content-encoding", "gzip");
            }
            byte[] body = cached ? gzip(FILLING + words.get(Corner.HTTP_CACHE)) : page().getBytes(UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    private String page() {
        String page = PAGE.replace("{FILLING}", FILLING);
        for (Map.Entry<Corner, String> left : words.entrySet()) {
            page = page.replace("{" + left.getKey() + "}", left.getValue());
        }
        return page;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
