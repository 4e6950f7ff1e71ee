// The names are outputs of main.bicep, which azd hands to its hooks.
using 'events.bicep'

param appName = readEnvironmentVariable('INGEST_FUNCTION_APP')
param dataAccountName = readEnvironmentVariable('INGEST_DATA_ACCOUNT')
param topicName = readEnvironmentVariable('INGEST_TOPIC')
