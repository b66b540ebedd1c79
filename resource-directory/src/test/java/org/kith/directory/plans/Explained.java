package org.kith.directory.plans;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;

/** A data source that explains each query before it runs it, with the same values: the SQL is what production sends. */
final class Explained {
    private static final String EXPLAIN = "explain (analyze, timing off, buffers off, format json) ";

    private final DataSource real;
    private final List<Plan> plans = new ArrayList<>();

    Explained(DataSource real) {
        this.real = real;
    }

    /** Of the queries since the last time that somebody asked. */
    List<Plan> takePlans() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    Connection connection(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? statement(connection, (String) arguments[0], statement)
                    : result;
        });
    }

    private PreparedStatement statement(Connection connection, String sql, PreparedStatement statement) {
        List<Setting> settings = new ArrayList<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null) {
                settings.add(new Setting(method, arguments));
            }
            if (method.getName().equals("executeQuery")) {
                plans.add(explained(connection, sql, settings));
            }
            return call(statement, method, arguments);
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // Passed on, not compared.
    private record Setting(Method method, Object[] arguments) {}

    private static Plan explained(Connection connection, String sql, List<Setting> settings) throws Throwable {
        try (PreparedStatement explain = connection.prepareStatement(EXPLAIN + sql)) {
            for (Setting setting : settings) {
                call(explain, setting.method(), setting.arguments());
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return new Plan(sql, HsdsJson.mapper().readTree(plan.getString(1)));
            }
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Explained.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
