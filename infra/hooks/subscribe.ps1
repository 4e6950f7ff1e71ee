# Subscribes the app to the events of the blobs (../events.bicep), once its host has made the key that Event Grid calls with.
# The same as subscribe.sh, for Windows; that one says why.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

foreach ($name in 'AZURE_RESOURCE_GROUP', 'AZURE_SUBSCRIPTION_ID', 'INGEST_FUNCTION_APP', 'INGEST_DATA_ACCOUNT', 'INGEST_TOPIC') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set: run azd provision" }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  throw 'The Azure CLI (az) is not on the path; it reads the key and deploys the subscriptions.'
}
$tries = if ($env:INGEST_SUBSCRIBE_TRIES) { [int]$env:INGEST_SUBSCRIBE_TRIES } else { 8 }

function Invoke-Again([string]$What, [scriptblock]$Command) {
  $pause = 5
  for ($try = 1; -not (& $Command); $try++) {
    if ($try -ge $tries) { throw "${What}: not after $tries tries." }
    Write-Host "${What}: not yet (try $try of $tries), again in $pause s."
    Start-Sleep -Seconds $pause
    $pause = [Math]::Min($pause * 2, 60)
  }
}

Invoke-Again 'The key blobs_extension' {
  $key = az functionapp keys list --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --name $env:INGEST_FUNCTION_APP `
    --query 'systemKeys.blobs_extension' --output tsv
  ($LASTEXITCODE -eq 0) -and $key -and ($key -ne 'None')
}

Invoke-Again 'The subscriptions' {
  az deployment group create --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --name ingest-events `
    --parameters (Join-Path $PSScriptRoot '../events.bicepparam') --output none | Out-Host
  $LASTEXITCODE -eq 0
}

Write-Host "$env:INGEST_FUNCTION_APP hears of the blobs."
if ($env:INGEST_GAPS) { Write-Warning "But $env:INGEST_GAPS." }
