package cn.dangqun.devices.simulator.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A ticket printer on a TCP port of this machine, usually 576 dots wide. As in a real one, status questions
/// are answered when they arrive, even inside picture data; all else goes through a bounded buffer to the print
/// head, which stops while there is no paper or the cover is open. The buffer outlives a connection. All
/// methods are safe from any thread.
public final class SimulatedPrinter implements AutoCloseable {
    public static final int DOTS_PER_LINE = 576;

    private static final Logger log = LoggerFactory.getLogger(SimulatedPrinter.class);
    private static final int BUFFER = 8192;
    private static final int NEAR_END_ROWS = 1600;

    private final ServerSocket server;
    private final Optional<Path> directory;
    private final List<Thread> threads = new ArrayList<>();

    private final ArrayDeque<Byte> buffer = new ArrayDeque<>();
    private final PaperRoll paper;
    private final List<BufferedImage> tickets = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private @Nullable Socket connection;
    private boolean coverOpen;
    private boolean cutterJammed;
    private boolean mute;
    private boolean nearEnd;

    private boolean lacksStatus;
    private boolean lacksReport;

    private SimulatedPrinter(ServerSocket server, Optional<Path> directory, int dots) {
        this.paper = new PaperRoll(dots);
        this.server = server;
        this.directory = directory;
    }

    /// `port` 0 takes any free one. `directory`: where each ticket is saved as `ticket-0001.png`, if at all.
    public static SimulatedPrinter start(int port, Optional<Path> directory) throws IOException {
        return start(port, directory, DOTS_PER_LINE);
    }

    /// The same with a line of so many dots: what is wider falls beside the paper.
    public static SimulatedPrinter start(int port, Optional<Path> directory, int dots) throws IOException {
        var server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        var printer = new SimulatedPrinter(server, directory, dots);
        printer.spawn("simulated-printer-line", printer::serve);
        printer.spawn("simulated-printer-head", printer::printForEver);
        return printer;
    }

    private void spawn(String name, Runnable work) {
        var thread = Thread.ofPlatform().daemon().name(name).unstarted(work);
        threads.add(thread);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Puts in a roll of so many rows of dots; 8 rows are a millimetre. 0 takes the paper out.
    public synchronized void loadPaper(int rows) {
        paper.load(rows);
        notifyAll();
    }

    public synchronized void openCover(boolean open) {
        coverOpen = open;
        notifyAll();
    }

    public synchronized void jamCutter(boolean jammed) {
        cutterJammed = jammed;
        notifyAll();
    }

    /// A mute printer takes data and never answers.
    public synchronized void mute(boolean silent) {
        mute = silent;
    }

    /// One of those that do not know `DLE EOT`.
    public synchronized void lackStatus() {
        lacksStatus = true;
    }

    /// One of those that do not know `GS r`.
    public synchronized void lackReport() {
        lacksReport = true;
    }

    public synchronized void nearEnd(boolean sensed) {
        nearEnd = sensed;
    }

    /// Tickets cut so far, oldest first.
    public synchronized List<BufferedImage> tickets() {
        return List.copyOf(tickets);
    }

    /// What hangs out uncut.
    public synchronized Optional<BufferedImage> uncut() {
        return paper.isEmpty() ? Optional.empty() : Optional.of(paper.picture(0));
    }

    /// Commands this printer does not know, in hexadecimal.
    public synchronized List<String> unknownCommands() {
        return List.copyOf(unknown);
    }

    /// Pulls the network cable, as far as the other side can tell; the next connection is accepted.
    public synchronized void dropConnection() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                keep(socket);
                receive(socket.getInputStream());
            } catch (IOException e) {
                log.debug("simulated printer: connection ended: {}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        connection = socket;
    }

    private void receive(InputStream in) throws IOException, InterruptedException {
        int beforeLast = -1;
        int last = -1;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (beforeLast == 0x10 && last == 0x04) {
                answerStatus(octet);
            }
            store((byte) octet);
            beforeLast = last;
            last = octet;
        }
    }

    private synchronized void store(byte octet) throws InterruptedException {
        while (buffer.size() >= BUFFER) {
            wait();
        }
        buffer.add(octet);
        notifyAll();
    }

    /// The head is as fast as the line, however busy this machine is: it has come as far as it can before the answer.
    private synchronized void answerStatus(int question) throws InterruptedException {
        if (lacksStatus) {
            return;
        }
        while (!buffer.isEmpty() && !isStopped()) {
            wait();
        }
        boolean stopped = isStopped();
        switch (question) {
            case 1 -> answer(0x12 | (stopped ? 0x08 : 0));
            case 2 -> answer(0x12 | (coverOpen ? 0x04 : 0) | (paper.isOut() ? 0x20 : 0) | (cutterJammed ? 0x40 : 0));
            case 3 -> answer(0x12 | (cutterJammed ? 0x08 : 0));
            case 4 -> answer(0x12 | (isNearEnd() ? 0x0C : 0) | (paper.isOut() ? 0x60 : 0));
            default -> unknown.add("DLE EOT " + question);
        }
    }

    private boolean isStopped() {
        return coverOpen || paper.isOut() || cutterJammed;
    }

    synchronized void answerReport() {
        if (!lacksReport) {
            answer(paperSensor());
        }
    }

    private int paperSensor() {
        return (isNearEnd() ? 0x03 : 0) | (paper.isOut() ? 0x0C : 0);
    }

    private boolean isNearEnd() {
        return nearEnd || paper.left() < NEAR_END_ROWS;
    }

    synchronized void answer(int octet) {
        if (mute || connection == null || connection.isClosed()) {
            return;
        }
        try {
            connection.getOutputStream().write(octet);
        } catch (IOException e) {
            log.debug("simulated printer: nobody hears the answer: {}", e.getMessage());
        }
    }

    private void printForEver() {
        try {
            new PrintHead(this).work();
        } catch (InterruptedException e) {
            log.debug("simulated printer: print head stopped");
        }
    }

    synchronized int nextBuffered() throws InterruptedException {
        while (buffer.isEmpty()) {
            wait();
        }
        int octet = buffer.remove() & 0xFF;
        notifyAll();
        return octet;
    }

    synchronized void print(BitSet row) throws InterruptedException {
        awaitReady();
        paper.print(row);
        notifyAll();
    }

    synchronized void cut(int feed) throws InterruptedException {
        awaitReady();
        tickets.add(paper.cut(feed));
        notifyAll();
        save(tickets.getLast(), tickets.size());
    }

    private synchronized void awaitReady() throws InterruptedException {
        while (isStopped()) {
            wait();
        }
    }

    private void save(BufferedImage ticket, int number) {
        if (directory.isEmpty()) {
            return;
        }
        var file = directory.get().resolve(String.format("ticket-%04d.png", number));
        try {
            Files.createDirectories(directory.get());
            ImageIO.write(ticket, "png", file.toFile());
            log.info("simulated printer: {}", file);
        } catch (IOException e) {
            log.warn("simulated printer: cannot save {}", file, e);
        }
    }

    synchronized void note(String command) {
        unknown.add(command);
    }

    @Override
    public void close() throws IOException {
        dropConnection();
        server.close();
        threads.forEach(Thread::interrupt);
    }
}
