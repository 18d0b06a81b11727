package io.payscope.apiquestions;

import io.payscope.http.Answer;
import io.payscope.http.Api;
import io.payscope.http.ApiFunction;
import io.payscope.http.Endpoint;
import io.payscope.http.Gate;
import io.payscope.http.Policy;
import java.util.Map;

/** Joins the route of the questions function to what answers it. */
final class QuestionsApi {

    private QuestionsApi() {}

    static Api create(Gate gate, AskQuestion questions) {
        Endpoint<QuestionBody> ask = Endpoint.of(
                QuestionBody.class,
                call -> Answer.ok(questions.ask(call.bank(), call.body().question())));
        return new Api(ApiFunction.API_QUESTIONS, gate, Map.of(Policy.ASK_QUESTION, ask));
    }
}
