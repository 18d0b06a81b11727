package io.payscope.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** Alarms, one topic that tells of them, a dashboard and a budget. */
final class ObservabilityStack extends Stack {

    /** Where the functions put their metrics. */
    static final String NAMESPACE = "PayScope";

    /** Of every call; without dimensions it is the sum over all functions and banks. */
    private static final String COST = "CostUsd";

    private final Topic topic;
    private final Dashboard dashboard;

    ObservabilityStack(Construct scope, DeploymentContext context, PipelineStack pipeline, ApiStack api) {
        super(scope, context.stackName("Observability"), StackProps.builder().build());
        topic = Topic.Builder.create(this, "Alarms")
                .displayName("PayScope " + context.environment())
                .enforceSsl(true)
                .build();
        if (!context.alarmMail().isEmpty()) {
            topic.addSubscription(new EmailSubscription(context.alarmMail()));
        }
        dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(context.stackName("Overview"))
                .build();
        machine("Pipeline", pipeline.machines().pipeline(), Duration.hours(3));
        machine("Ingest", pipeline.machines().ingest(), Duration.hours(1));
        alarm(
                "UploadsNotStarted",
                pipeline.uploads()
                        .failed()
                        .metricApproximateNumberOfMessagesVisible(options("Maximum", Duration.minutes(5))),
                0,
                "Uploads wait in the dead letter queue because no ingest execution could be started");
        for (Stage stage : Stage.values()) {
            function(stage, pipeline.functions().of(stage).function());
        }
        Metric cost = Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(COST)
                .statistic("Sum")
                .period(Duration.hours(1))
                .build();
        alarm(
                "RunCost",
                cost,
                context.runCostUsd(),
                "The functions of an hour, and so of its runs, cost more than the given limit");
        Metric refused = Metric.Builder.create()
                .namespace("AWS/ApiGateway")
                .metricName("5xx")
                .dimensionsMap(Map.of("ApiId", api.apiId()))
                .statistic("Sum")
                .period(Duration.minutes(5))
                .build();
        alarm("ApiFailures", refused, 5, "The API answered 5xx more than five times in five minutes");
        show("Cost of the functions in an hour, US dollars", cost);
        show("API, 5xx", refused);
        allowPublishing("cloudwatch.amazonaws.com");
        allowPublishing("budgets.amazonaws.com");
        budget(context);
    }

    /** A run that ends PARTIAL ends in a Fail state: it counts as failed. */
    private void machine(String name, StateMachine machine, Duration limit) {
        Metric failed = machine.metricFailed(options("Sum", Duration.minutes(5)));
        Metric timedOut = machine.metricTimedOut(options("Sum", Duration.minutes(5)));
        Metric time = machine.metricTime(options("Maximum", Duration.minutes(5)));
        alarm(name + "Failed", failed, 0, "An execution failed, or ended RunPartial: its cause names the summary");
        alarm(name + "TimedOut", timedOut, 0, "An execution ran into its time limit");
        alarm(name + "Duration", time, limit.toMilliseconds(), "An execution took longer than usual");
        show(name, failed, timedOut);
        show(name + ", duration", time);
    }

    private void function(Stage stage, Function function) {
        Metric errors = function.metricErrors(options("Sum", Duration.minutes(5)));
        Metric throttles = function.metricThrottles(options("Sum", Duration.minutes(5)));
        alarm(stage.title() + "Errors", errors, 4, stage.module() + " failed more than four times in five minutes");
        alarm(stage.title() + "Throttles", throttles, 10, stage.module() + " was throttled");
        show(stage.module(), errors, throttles);
    }

    private static MetricOptions options(String statistic, Duration period) {
        return MetricOptions.builder().statistic(statistic).period(period).build();
    }

    private void alarm(String name, IMetric metric, Number above, String meaning) {
        Alarm alarm = Alarm.Builder.create(this, name)
                .metric(metric)
                .threshold(above)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .alarmDescription(meaning)
                .build();
        alarm.addAlarmAction(new SnsAction(topic));
    }

    private void show(String title, IMetric... metrics) {
        dashboard.addWidgets(
                GraphWidget.Builder.create().title(title).left(List.of(metrics)).build());
    }

    /** A topic with a policy of its own has lost the default one, by which the account's alarms may publish. */
    private void allowPublishing(String service) {
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal(service)))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                .build());
    }

    private void budget(DeploymentContext context) {
        CfnBudget.Builder.create(this, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(context.budgetUsd())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(List.of(told("ACTUAL", 80), told("FORECASTED", 100)))
                .build();
    }

    private CfnBudget.NotificationWithSubscribersProperty told(String kind, int percent) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(kind)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("SNS")
                        .address(topic.getTopicArn())
                        .build()))
                .build();
    }
}
