#!/bin/sh
# Subscribes the app to the events of the blobs (../events.bicep), once its host has made the key that Event Grid calls with.
# Run by azd after each deployment of the code; by hand with the same settings, which are the subscription and outputs of ../main.bicep.
set -eu

: "${AZURE_RESOURCE_GROUP:?is not set: run azd provision}"
: "${AZURE_SUBSCRIPTION_ID:?is not set: run azd provision}"
: "${INGEST_FUNCTION_APP:?is not set: run azd provision}"
: "${INGEST_DATA_ACCOUNT:?is not set: run azd provision}"  # these two are read by ../events.bicepparam
: "${INGEST_TOPIC:?is not set: run azd provision}"
here=$(dirname "$0")
tries=${INGEST_SUBSCRIBE_TRIES:-8}  # pauses of 5, 10, 20, 40 and then 60 s: some five minutes

if ! command -v az > /dev/null; then
  echo 'The Azure CLI (az) is not on the path; it reads the key and deploys the subscriptions.' >&2
  exit 1
fi

# again WHAT COMMAND…: until it succeeds, with longer and longer pauses
again() {
  what=$1
  shift
  try=1
  pause=5
  until "$@"; do
    if [ "$try" -ge "$tries" ]; then
      echo "$what: not after $tries tries." >&2
      return 1
    fi
    echo "$what: not yet (try $try of $tries), again in $pause s."
    sleep "$pause"
    try=$((try + 1))
    pause=$((pause * 2 > 60 ? 60 : pause * 2))
  done
}

# Whether there is a key; the key itself is never printed. The template fetches it again on its own.
has_key() {
  key=$(az functionapp keys list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name "$INGEST_FUNCTION_APP" \
    --query 'systemKeys.blobs_extension' --output tsv) || return 1
  [ -n "$key" ] && [ "$key" != None ]
}

# Event Grid asks the endpoint before it subscribes it, and a role that was just given may take minutes to hold: this, too, is tried again.
subscribe() {
  az deployment group create --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name ingest-events \
    --parameters "$here/../events.bicepparam" --output none
}

again 'The key blobs_extension' has_key
again 'The subscriptions' subscribe
echo "$INGEST_FUNCTION_APP hears of the blobs."
[ -z "${INGEST_GAPS:-}" ] || echo "But $INGEST_GAPS." >&2
