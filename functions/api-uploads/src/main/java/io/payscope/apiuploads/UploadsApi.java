package io.payscope.apiuploads;

import io.payscope.core.fault.DataFault;
import io.payscope.http.Answer;
import io.payscope.http.Api;
import io.payscope.http.ApiFunction;
import io.payscope.http.Call;
import io.payscope.http.Endpoint;
import io.payscope.http.Gate;
import io.payscope.http.NoBody;
import io.payscope.http.Policy;
import io.payscope.http.Refusal;
import java.util.EnumMap;
import java.util.Map;

/** Joins the routes of the uploads function to what answers them. */
final class UploadsApi {

    private final RequestUpload requests;
    private final ReadUpload uploads;

    UploadsApi(RequestUpload requests, ReadUpload uploads) {
        this.requests = requests;
        this.uploads = uploads;
    }

    Api behind(Gate gate) {
        Map<Policy, Endpoint<?>> endpoints = new EnumMap<>(Policy.class);
        endpoints.put(Policy.CREATE_UPLOAD, Endpoint.of(UploadRequest.class, this::open));
        endpoints.put(Policy.READ_UPLOAD, Endpoint.of(this::read));
        return new Api(ApiFunction.API_UPLOADS, gate, endpoints);
    }

    private Answer<OpenedUpload> open(Call<UploadRequest> call) {
        try {
            OpenedUpload opened = requests.open(call.bank(), call.body());
            return Answer.created("/uploads/" + opened.id(), opened);
        } catch (DataFault refused) {
            // It speaks of nothing but the fields of the request.
            throw new Refusal(422, String.valueOf(refused.getMessage()));
        }
    }

    private Answer<UploadStatus> read(Call<NoBody> call) {
        return Answer.ok(uploads.read(call.bank(), call.path("id"))
                .orElseThrow(() -> new Refusal(404, "there is no such upload")));
    }
}
