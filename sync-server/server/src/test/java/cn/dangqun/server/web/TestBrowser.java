package cn.dangqun.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/// The system's own Chromium, without a window. Nothing is ever downloaded: it fails where the packages `chromium` and
/// `chromium-driver` are missing.
final class TestBrowser implements AutoCloseable {
    private final ChromeDriver driver;

    private TestBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    static TestBrowser start(Path profile) {
        var options = new ChromeOptions();
        options.setBinary(program("chromium").toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=zh-CN",
                "--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        return new TestBrowser(new ChromeDriver(service, options));
    }

    /// As somebody else who comes to the machine: signed in nowhere, and no complaint of before.
    void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        printing(false);
        var _ = complaints();
    }

    private static Path program(String name) {
        for (var directory : System.getenv("PATH").split(":", -1)) {
            var found = Path.of(directory, name);
            if (Files.isExecutable(found)) {
                return found;
            }
        }
        throw new IllegalStateException(name + " is not installed; ./run test installs it");
    }

    void visit(URI address) {
        driver.get(address.toString());
    }

    void type(String selector, String text) {
        var field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    void click(String selector) {
        until(() -> {
            driver.findElement(By.cssSelector(selector)).click();
            return true;
        });
    }

    /// The key, on what has the focus; another page may come of it.
    void enter() {
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    }

    /// On whatever has the focus.
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /// What is done leads to another page: waits until that one is there.
    void leaves(Runnable deed) {
        driver.executeScript("window.leaving = true");
        deed.run();
        until(this::hasArrived);
    }

    /// Clicks what leads to another page, and waits until that one is there.
    void leaveBy(String selector) {
        driver.executeScript("window.leaving = true");
        click(selector);
        until(this::hasArrived);
    }

    /// The same where the page asks first whether one means it.
    void leaveByConfirming(String selector) {
        driver.executeScript("window.leaving = true");
        click(selector);
        driver.switchTo().alert().accept();
        until(this::hasArrived);
    }

    private boolean hasArrived() {
        return Boolean.TRUE.equals(
                driver.executeScript("return !window.leaving && document.readyState === 'complete'"));
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    String attribute(String selector, String name) {
        var value = driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
        return value == null ? "" : value;
    }

    /// The state of the live connection as the page shows it.
    String status() {
        return attribute("#live-status", "data-state");
    }

    void runs(String script) {
        driver.executeScript(script);
    }

    Object answers(String script) {
        return driver.executeScript(script);
    }

    /// Runs in each page from now on, before anything of the page does.
    void everywhere(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /// What the script hands to its last argument.
    Object awaits(String script) {
        return driver.executeAsyncScript(script);
    }

    /// Whether the page asks for paper on its side.
    boolean lies() {
        printing(true);
        return "lying".equals(driver.executeScript("return getComputedStyle(document.body).page"));
    }

    /// Lays the page out as on paper of this width, until told otherwise.
    void paper(int width) {
        printing(true);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", width, "deviceScaleFactor", 1, "mobile", false));
    }

    void screen() {
        printing(false);
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /// What the browser itself objects to: broken policy, scripts that fail, files that are missing.
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .filter(text -> !text.contains("401 (Unauthorized)") && !text.contains("404 (Not Found)"))
                .toList();
    }

    /// As if on paper, until told otherwise.
    void printing(boolean on) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", on ? "print" : ""));
    }

    /// For people to look at and seconds apiece (a Chinese font goes into each), so only with `-Dproof.seeds`.
    void pdf(Path file) {
        if (Integer.getInteger("proof.seeds", 0) > 0) {
            print(file);
        }
    }

    /// As the printer gets it: paper size and margins are the page's own.
    void print(Path file) {
        var printed =
                driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        write(file, Base64.getDecoder().decode(String.valueOf(printed.get("data"))));
    }

    void size(Dimension size) {
        driver.manage().window().setSize(size);
    }

    void shot(Path file, Dimension size) {
        driver.manage().window().setSize(size);
        write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits up to twenty seconds; the page may not be there yet, a row may be replaced between finding and reading it.
    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true within twenty seconds");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException betweenTwoPages) {
            return false;
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
