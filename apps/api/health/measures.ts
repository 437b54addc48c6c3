import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The numbers of this process. Labels are routes and states only, never ids or names. */
export class Measures {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'minqing_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  readonly streams = new Gauge({
    name: 'minqing_event_streams',
    help: 'Open streams of server-sent events',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
