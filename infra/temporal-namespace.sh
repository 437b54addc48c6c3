#!/bin/sh
# Makes Minqing's namespace; may be repeated. Histories are exported when a process ends, so a month is enough to keep them.
set -eu
until temporal operator cluster health; do sleep 2; done
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 720h
