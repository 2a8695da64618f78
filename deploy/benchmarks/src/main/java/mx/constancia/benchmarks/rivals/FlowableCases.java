package mx.constancia.benchmarks.rivals;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;

import org.flowable.cmmn.api.CmmnHistoryService;
import org.flowable.cmmn.api.CmmnTaskService;
import org.flowable.cmmn.engine.CmmnEngine;
import org.flowable.cmmn.engine.CmmnEngineConfiguration;
import org.flowable.common.engine.api.FlowableIllegalStateException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.task.api.history.HistoricTaskInstance;
import org.flowable.task.api.history.HistoricTaskInstanceQuery;

import tools.jackson.databind.json.JsonMapper;

/**
 * Flowable CMMN with full history: a mechanism is a case whose human task "appoint member" repeats, an appointment completes it
 * with the member and the trail as two texts beside seat and person. The rules are two questions to the history before. The
 * past is one query of completed tasks with their variables. Only the engine's own tables: no process, event or user engine.
 */
public final class FlowableCases implements Alternative {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ATTEMPTS = 20;
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="urn:benchmark:cases">
              <case id="mechanism" name="Mechanism">
                <casePlanModel id="life" name="Life of a mechanism">
                  <planItem id="appointing" name="Appoint member" definitionRef="appoint">
                    <itemControl><repetitionRule/></itemControl>
                  </planItem>
                  <humanTask id="appoint" name="Appoint member"/>
                </casePlanModel>
              </case>
            </definitions>
            """;

    private final HikariDataSource pool;
    private final CmmnEngine engine;
    private final CmmnTaskService tasks;
    private final CmmnHistoryService history;

    /** On an empty database. */
    public FlowableCases(String jdbcUrl, String user, String password) {
        pool = Pool.of(jdbcUrl, user, password);
        CmmnEngineConfiguration configuration = CmmnEngineConfiguration.createStandaloneCmmnEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildCmmnEngine();
        tasks = engine.getCmmnTaskService();
        history = engine.getCmmnHistoryService();
        engine.getCmmnRepositoryService().createDeployment().addString("mechanism.cmmn", MODEL).deploy();
    }

    @Override
    public void begin(String mechanismId) {
        engine.getCmmnRuntimeService().createCaseInstanceBuilder().caseDefinitionKey("mechanism").predefinedCaseInstanceId(mechanismId)
                .name("Consejo de muestra").start();
    }

    @Override
    public void appoint(String mechanismId, String seatId) {
        Member member = Member.of(seatId);
        member.check();
        for (int attempt = 1; !complete(mechanismId, member); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("overtaken by others " + attempt + " times");
            }
        }
    }

    /** Whether nobody completed the task first. The open task, of which there is one, orders those who come at once. */
    private boolean complete(String mechanismId, Member member) {
        String open = tasks.createTaskQuery().caseInstanceId(mechanismId).singleResult().getId();
        if (isTaken(mechanismId, "seatId", member.seatId()) || isTaken(mechanismId, "personRef", member.personRef())) {
            throw new IllegalStateException("the seat " + member.seatId() + " is taken, or the person is a member");
        }
        Trail trail = Trail.ofRequest();
        try {
            tasks.createTaskCompletionBuilder().taskId(open).variablesLocal(Map.of("seatId", member.seatId(), "personRef", member.personRef(),
                    "member", JSON.writeValueAsString(member), "trail", JSON.writeValueAsString(trail))).complete();
            return true;
        } catch (FlowableOptimisticLockingException | FlowableObjectNotFoundException | FlowableIllegalStateException e) {
            return false;
        }
    }

    private boolean isTaken(String mechanismId, String variable, String value) {
        return history.createHistoricVariableInstanceQuery().caseInstanceId(mechanismId).variableValueEquals(variable, value).count() > 0;
    }

    @Override
    public List<Change> timeline(String mechanismId) {
        return completed(mechanismId).list().stream().map(task -> {
            Trail trail = JSON.readValue(text(task, "trail"), Trail.class);
            return new Change(task.getEndTime().toInstant(), trail.actor(), trail.legalBasis(), member(task));
        }).toList();
    }

    @Override
    public String momentAfter(String mechanismId, int appointments) {
        return completed(mechanismId).listPage(appointments - 1, 1).getFirst().getEndTime().toInstant().toString();
    }

    @Override
    public List<Member> membersAt(String mechanismId, String moment) {
        return completed(mechanismId).taskCompletedBefore(Date.from(Instant.parse(moment).plusMillis(1))).list().stream()
                .map(FlowableCases::member).toList();
    }

    private HistoricTaskInstanceQuery completed(String mechanismId) {
        return history.createHistoricTaskInstanceQuery().caseInstanceId(mechanismId).finished().includeTaskLocalVariables()
                .orderByHistoricTaskInstanceEndTime().asc();
    }

    private static Member member(HistoricTaskInstance task) {
        return JSON.readValue(text(task, "member"), Member.class);
    }

    private static String text(HistoricTaskInstance task, String variable) {
        return Objects.toString(task.getTaskLocalVariables().get(variable));
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
