package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the role of a stage may do, from the synthesised template. */
final class StageRights {

    private StageRights() {}

    /** @return actions by resource, both sorted */
    static Map<String, Set<String>> of(Stage stage) {
        Object reference = Synthesised.at(Synthesised.function(stage), "Properties", "Role", "Fn::GetAtt");
        String role = Synthesised.list(reference).getFirst().toString();
        Map<String, Object> resource = Synthesised.resource("pipeline", "AWS::IAM::Role", role);
        assertThat(Synthesised.properties(resource)).doesNotContainKeys("ManagedPolicyArns", "Policies");
        Map<String, Set<String>> rights = new TreeMap<>();
        for (Map<?, ?> statement : Synthesised.statementsOf(role)) {
            assertThat(statement.get("Effect")).isEqualTo("Allow");
            for (Object target : Synthesised.list(Synthesised.at(statement, "Resource"))) {
                Set<String> actions = rights.computeIfAbsent(plain(target), name -> new TreeSet<>());
                Synthesised.list(Synthesised.at(statement, "Action")).forEach(action -> actions.add(action.toString()));
            }
        }
        return rights;
    }

    /** @return an ARN with its references in braces */
    private static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            if (only.getKey().equals("Fn::Join")) {
                StringBuilder text = new StringBuilder();
                Synthesised.list(Synthesised.list(only.getValue()).getLast()).forEach(part -> text.append(plain(part)));
                return text.toString();
            }
            return "${" + Synthesised.list(only.getValue()).getFirst() + "}";
        }
        return value.toString();
    }
}
