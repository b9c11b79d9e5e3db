package cn.dangqun.acceptance.process;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The street's browser: Debian's Chromium without a window. Downloads nothing.
public final class Browser implements AutoCloseable {
    private final ChromeDriver driver;

    /// `more`: further arguments of the program.
    public Browser(Path profile, String... more) {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1366,900",
                "--user-data-dir=" + profile);
        options.addArguments(more);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    public void open(String url) {
        driver.get(url);
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public WebElement await(String css, Duration deadline) {
        return waiting(deadline).until(browser -> browser.findElement(By.cssSelector(css)));
    }

    /// An attribute of what stands on the page, also when it is drawn anew in that moment.
    public String attribute(String css, String name, Duration deadline) {
        var found = waiting(deadline)
                .until(browser -> browser.findElement(By.cssSelector(css)).getAttribute(name));
        return String.valueOf((Object) found);
    }

    /// Clicks what leads to another page, and waits until that one is there.
    public void leaveBy(String css, Duration deadline) {
        driver.executeScript("window.leaving = true");
        find(css).click();
        awaitNext(deadline);
    }

    /// The same where the page asks first whether one means it.
    public void leaveByConfirming(String css, Duration deadline) {
        driver.executeScript("window.leaving = true");
        find(css).click();
        waiting(deadline).until(browser -> browser.switchTo().alert()).accept();
        awaitNext(deadline);
    }

    private void awaitNext(Duration deadline) {
        waiting(deadline)
                .until(_ -> Boolean.TRUE.equals(
                        driver.executeScript("return !window.leaving && document.readyState === 'complete'")));
    }

    /// Between two pages the browser has no document to ask, and says so in more than one way.
    private FluentWait<WebDriver> waiting(Duration deadline) {
        return new WebDriverWait(driver, deadline, Duration.ofMillis(50)).ignoring(WebDriverException.class);
    }

    /// Fills a date field, which browsers let people type in many ways.
    public void date(String css, LocalDate day) {
        fill(css, day.toString());
    }

    /// The same for a time of the day.
    public void time(String css, LocalTime time) {
        fill(css, time.toString());
    }

    private void fill(String css, String value) {
        driver.executeScript("arguments[0].value = arguments[1]", find(css), value);
    }

    /// As the printer gets it: paper size and margins are the page's own.
    public void pdf(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var printed =
                driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(printed.get("data"))));
    }

    public String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /// What stands there, as it is drawn.
    public BufferedImage pictureOf(String css) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(find(css).getScreenshotAs(OutputType.BYTES)));
    }

    public void picture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
