// What azd deploys: the stage that INGEST_STAGE of its environment names, dev unless it says prod.
using 'main.bicep'
extends 'shared.bicepparam'

import { dev, prod } from 'stages.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param stage = { dev: dev, prod: prod }[readEnvironmentVariable('INGEST_STAGE', 'dev')]
