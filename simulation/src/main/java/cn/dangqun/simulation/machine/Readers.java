package cn.dangqun.simulation.machine;

import java.io.Closeable;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Connections for reading, kept as a pool keeps them and without a thread.
final class Readers {
    private final Deque<Connection> free = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();

    DataSource of(DataSource source) {
        return new Pool(source);
    }

    /// The last that is done with a dead machine.
    void close() {
        for (var each : all) {
            try {
                each.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection for reading does not close", e);
            }
        }
        all.clear();
        free.clear();
    }

    private final class Pool implements DataSource, Closeable {
        private final DataSource source;

        Pool(DataSource source) {
            this.source = source;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = free.poll();
            if (real == null) {
                real = source.getConnection();
                try (var only = real.createStatement()) {
                    only.execute("PRAGMA query_only = ON");
                }
                all.add(real);
            }
            return lent(real);
        }

        private Connection lent(Connection real) {
            var closed = new boolean[1];
            return (Connection) Proxy.newProxyInstance(
                    Readers.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "close" -> {
                                if (!closed[0]) {
                                    closed[0] = true;
                                    if (!real.getAutoCommit()) {
                                        real.rollback();
                                        real.setAutoCommit(true);
                                    }
                                    free.push(real);
                                }
                                return null;
                            }
                            case "isClosed" -> {
                                return closed[0];
                            }
                            default -> {
                                try {
                                    return method.invoke(real, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }
                        }
                    });
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public void close() {
            Readers.this.close();
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return source.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            source.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            source.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return source.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return source.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return source.isWrapperFor(type);
        }
    }
}
