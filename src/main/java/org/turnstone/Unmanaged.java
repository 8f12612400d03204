package org.turnstone;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Java's own register of managed objects (JMX), empty and free of charge. The web server's threads enter themselves there at
 * every start, and the first entry builds the whole register: a fifth of the time until the first page. What is to be watched
 * stands under {@code /metrics}. Whoever starts Java with its management agent gets the real register. Threads may share it.
 */
public final class Unmanaged extends MBeanServerBuilder {
    private static final String BUILDER = "javax.management.builder.initial";

    /** Takes the place of Java's register, unless somebody wants that one. To be called before anything is registered. */
    static void install() {
        if (System.getProperty(BUILDER) == null && System.getProperty("com.sun.management.jmxremote") == null) {
            System.setProperty(BUILDER, Unmanaged.class.getName());
        }
    }

    @Override
    public MBeanServer newMBeanServer(String domain, MBeanServer outer, MBeanServerDelegate delegate) {
        return (MBeanServer) Proxy.newProxyInstance(
                MBeanServer.class.getClassLoader(),
                new Class<?>[] {MBeanServer.class},
                (self, method, given) -> nothing(method));
    }

    /** Nothing is registered, and nobody is told more than that. */
    private static Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : null;
    }
}
